import { say } from '../state/store.ts'

/** A link that others can be sent; a click copies it. */
export function CopyLink({ address }: { address: string }) {
  return (
    <a
      class="copy-link"
      href={address}
      onClick={(event) => {
        // The browser keeps the clipboard from pages that come over plain HTTP from elsewhere; there it is a link.
        if (navigator.clipboard === undefined) return
        event.preventDefault()
        navigator.clipboard.writeText(new URL(address, location.href).href).then(
          () => say('Link copied'),
          () => say('The link could not be copied'),
        )
      }}
    >
      Copy the link to this annotation
    </a>
  )
}
