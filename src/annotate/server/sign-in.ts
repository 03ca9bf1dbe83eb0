import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Session, Sight, Store } from '../../store/index.ts'
import { failure } from './failure.ts'
import { Guesses } from './guesses.ts'

/** Who may sign in: whoever has the link that was printed, as this reviewer; or those with an account, by their own. */
export type Admission =
  | { readonly kind: 'local'; readonly sight: Sight; readonly token: string }
  | { readonly kind: 'account' }

/** A secret that cannot be guessed, of letters that can stand in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** How long a reviewer stays signed in, in seconds. */
const sessionLength = 30 * 24 * 60 * 60

/** What a request carries when it is signed in. */
export interface SignedIn {
  Variables: { session: Session }
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } }
}

interface SignInOptions {
  readonly store: Store
  readonly admission: Admission
  /** Cookies are shared by all ports of a host, so each server has one of its own name. */
  readonly cookie: () => string
  readonly secure: boolean
}

/** Turns the token of a link into a cookie, and lets only those who have one at the API. */
export class SignIn {
  readonly #options: SignInOptions
  readonly #guesses = new Guesses()

  constructor(options: SignInOptions) {
    this.#options = options
  }

  /** Takes the token out of the address of the page, by a redirect that sets the cookie. */
  readonly byLink: MiddlewareHandler<SignedIn> = async (context, next) => {
    const token = context.req.query('token')
    if (token === undefined || context.req.method !== 'GET') return next()
    if (this.#isGuessing(context)) return this.#slowDown(context)
    const sight = this.#holderOf(token)
    if (sight === undefined) {
      this.#guesses.add(addressOf(context), token)
      return context.text(
        'This link is not valid, or no longer. Open the newest one that "tocsin review" printed, or ask for a new one.',
        401,
      )
    }
    const { store, admission, cookie, secure } = this.#options
    const session = newToken()
    const now = new Date()
    const expiresAt = new Date(now.getTime() + sessionLength * 1000).toISOString()
    store.signIn({ ...sight, kind: admission.kind, token: session, now: now.toISOString(), expiresAt })
    setCookie(context, cookie(), session, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: sessionLength,
      secure,
    })
    const address = new URL(context.req.url)
    address.searchParams.delete('token')
    // More than one slash in front would lead to another host.
    return context.redirect(address.pathname.replace(/^[/\\]+/, '/') + address.search, 303)
  }

  readonly required: MiddlewareHandler<SignedIn> = async (context, next) => {
    const token = getCookie(context, this.#options.cookie())
    if (token === undefined) return this.#refuse(context)
    if (this.#isGuessing(context)) return this.#slowDown(context)
    const session = this.#options.store.sessionOf(token, new Date().toISOString())
    if (session === undefined || session.kind !== this.#options.admission.kind) {
      this.#guesses.add(addressOf(context), token)
      return this.#refuse(context)
    }
    context.set('session', session)
    return next()
  }

  #holderOf(token: string): Sight | undefined {
    const { store, admission } = this.#options
    if (admission.kind === 'account') return store.accountOf(token)
    return isSame(token, admission.token) ? admission.sight : undefined
  }

  #refuse(context: Context) {
    return failure(context, 401, 'signed-out', 'Open the link that "tocsin review" printed to sign in.')
  }

  #isGuessing(context: Context): boolean {
    return this.#guesses.tooMany(addressOf(context))
  }

  #slowDown(context: Context) {
    context.header('retry-after', String(Guesses.seconds))
    return failure(context, 429, 'guessing', `Too many wrong links: wait ${Guesses.seconds} seconds and try again.`)
  }
}

/** Compares in a time that does not depend on where the tokens differ. */
function isSame(a: string, b: string): boolean {
  const digest = (token: string) => createHash('sha256').update(token).digest()
  return timingSafeEqual(digest(a), digest(b))
}

function addressOf(context: Context<SignedIn>): string {
  return context.env?.incoming?.socket?.remoteAddress ?? ''
}
