export * from './annotation.ts'
export * from './decision.ts'
export * from './document.ts'
export * from './text.ts'
