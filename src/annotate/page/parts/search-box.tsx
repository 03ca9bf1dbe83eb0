import { useRef } from 'preact/hooks'
import { useCommands } from '../keys/commands.ts'
import { go, route } from '../route.ts'

/** Searches the texts of all documents; what is found is shown in the queue. */
export function SearchBox() {
  const field = useRef<HTMLInputElement>(null)
  const now = route.value
  const query = now.screen === 'queue' ? new URLSearchParams(now.query) : new URLSearchParams()
  useCommands({
    search: () => {
      field.current?.focus()
      field.current?.select()
    },
  })
  return (
    <search>
      <form
        class="search-box"
        onSubmit={(event) => {
          event.preventDefault()
          const q = field.current?.value.trim() ?? ''
          if (q === '') query.delete('q')
          else query.set('q', q)
          go({ screen: 'queue', query: query.toString() })
          field.current?.blur()
        }}
      >
        <input
          ref={field}
          type="search"
          aria-label="Search the text"
          placeholder="Search the text"
          value={query.get('q') ?? ''}
          maxLength={500}
        />
      </form>
    </search>
  )
}
