export { isLoopback } from './guard.ts'
export { type ReviewServer, serveReview } from './server.ts'
export { newToken } from './sign-in.ts'
