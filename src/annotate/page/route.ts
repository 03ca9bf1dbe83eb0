import { signal } from '@preact/signals'
import { addressOf, type Route, routeOf } from './addresses.ts'

/** Where the page stands now. */
export const route = signal<Route>({ screen: 'queue', query: '' })

/** Goes somewhere, as a link does; back leads here again. */
export function go(to: Route): void {
  history.pushState(null, '', addressOf(to))
  route.value = to
}

/** Says where the page stands without a step to go back: the annotation in focus, a filter being typed. */
export function stand(at: Route): void {
  history.replaceState(null, '', addressOf(at))
  route.value = at
}

/** Follows the address, and takes clicks on links into the page. */
export function followAddress(): void {
  const read = () => {
    route.value = routeOf(location.pathname + location.search)
  }
  addEventListener('popstate', read)
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null || link.target !== '' || link.origin !== location.origin || link.pathname.startsWith('/api/'))
      return
    if (link.hash !== '' && link.pathname === location.pathname) return
    event.preventDefault()
    go(routeOf(link.pathname + link.search))
  })
  read()
}
