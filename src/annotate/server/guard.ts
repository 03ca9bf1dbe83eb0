import { hostname, networkInterfaces } from 'node:os'
import type { MiddlewareHandler } from 'hono'
import { failure } from './failure.ts'

/** Where the server may be reached: what `Host` and `Origin` may say. */
export interface Address {
  readonly hosts: ReadonlySet<string>
  readonly origins: ReadonlySet<string>
}

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']
const anyAddress = new Set(['0.0.0.0', '::'])

/** Whether only programs on this machine can reach a host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** A host as it stands in an address: IPv6 in brackets. */
function inAddress(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

/** A name of a host that a browser can ask for. */
export function nameOf(host: string): string {
  return anyAddress.has(host) ? hostname() : inAddress(host)
}

/**
 * The names by which a server on a host and port may be asked for.
 *
 * @param origin what a proxy before it is asked for, `https://review.example.org`
 */
export function addressOf(host: string, port: number, origin: string | null): Address {
  const names = isLoopback(host) ? [...loopbackNames, inAddress(host)] : namesOf(host)
  const hosts = names.flatMap((name) => (port === 80 ? [name, `${name}:${port}`] : [`${name}:${port}`]))
  const origins = hosts.map((name) => `http://${name}`)
  return {
    hosts: new Set([...hosts, ...(origin === null ? [] : [new URL(origin).host])]),
    origins: new Set([...origins, ...(origin === null ? [] : [new URL(origin).origin])]),
  }
}

function namesOf(host: string): string[] {
  if (!anyAddress.has(host)) return [inAddress(host).toLowerCase()]
  const addresses = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return [...loopbackNames, hostname().toLowerCase(), ...addresses.map(({ address }) => inAddress(address))]
}

/**
 * Refuses requests that a foreign page could have made: by another name for this address (DNS rebinding), from another
 * origin, or with a body that a form can send.
 */
export function refuseForeign(address: () => Address): MiddlewareHandler {
  return async (context, next) => {
    const { hosts, origins } = address()
    const host = context.req.header('host')?.toLowerCase() ?? ''
    if (!hosts.has(host)) {
      return failure(context, 403, 'foreign-host', `This server is not "${host}": open the link that it printed.`)
    }
    const origin = context.req.header('origin')
    const site = context.req.header('sec-fetch-site') ?? 'none'
    const isApi = context.req.path.startsWith('/api/')
    if ((origin !== undefined && !origins.has(origin)) || (isApi && site !== 'same-origin' && site !== 'none')) {
      return failure(context, 403, 'foreign-origin', 'Only the review page itself may ask this.')
    }
    const isWrite = context.req.method !== 'GET' && context.req.method !== 'HEAD'
    if (isWrite && !/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) {
      return failure(context, 415, 'not-json', 'The body must be JSON, with the content type application/json.')
    }
    return next()
  }
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Tells the browser to run nothing but the page's own files, and to keep all of it to itself. */
export const setSecurityHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  const { headers } = context.res
  headers.set('content-security-policy', policy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('x-frame-options', 'DENY')
  headers.set('referrer-policy', 'no-referrer')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
}
