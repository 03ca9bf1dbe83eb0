export { ReadError } from './error.ts'
export { isReadable, largestBytes, readableExtensions, readFile } from './file.ts'
export { readBytes, readText } from './read.ts'
