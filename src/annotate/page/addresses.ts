/** Where the page stands: what its address says. */
export type Route =
  | { readonly screen: 'queue'; readonly query: string }
  | { readonly screen: 'document'; readonly document: string; readonly annotation: string | null }
  | { readonly screen: 'annotation'; readonly annotation: string }
  | { readonly screen: 'actors'; readonly actor: string | null }
  | { readonly screen: 'agreement'; readonly document: string | null }
  | { readonly screen: 'rules'; readonly rule: string | null }
  | { readonly screen: 'overview' }
  | { readonly screen: 'nowhere'; readonly path: string }

export type Screen = Route['screen']

/**
 * The route that an address means.
 *
 * @param address path and query, `/documents/ID/ANNOTATION`
 */
export function routeOf(address: string): Route {
  const [path = '/', query = ''] = address.split('?')
  const [screen = '', first, second, ...rest] = path.split('/').slice(1).map(decoded)
  const nowhere: Route = { screen: 'nowhere', path }
  if (rest.length > 0) return nowhere
  if (screen === 'documents' && first) return { screen: 'document', document: first, annotation: second || null }
  if (second) return nowhere
  switch (screen) {
    case '':
    case 'queue':
      return first ? nowhere : { screen: 'queue', query }
    case 'annotations':
      return first ? { screen: 'annotation', annotation: first } : nowhere
    case 'actors':
      return { screen: 'actors', actor: first || null }
    case 'agreement':
      return { screen: 'agreement', document: first || null }
    case 'rules':
      return { screen: 'rules', rule: first || null }
    case 'overview':
      return first ? nowhere : { screen: 'overview' }
    default:
      return nowhere
  }
}

/** The address of a route: `routeOf` of it is the route. */
export function addressOf(route: Route): string {
  switch (route.screen) {
    case 'queue':
      return route.query === '' ? '/queue' : `/queue?${route.query}`
    case 'document':
      return joined('documents', route.document, route.annotation)
    case 'annotation':
      return joined('annotations', route.annotation)
    case 'actors':
      return joined('actors', route.actor)
    case 'agreement':
      return joined('agreement', route.document)
    case 'rules':
      return joined('rules', route.rule)
    case 'overview':
      return '/overview'
    case 'nowhere':
      return route.path
  }
}

function joined(...parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .map((part) => `/${encodeURIComponent(part)}`)
    .join('')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
