import { type Key, keyWords } from './table.ts'

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform)

/** A key as it stands on the keyboard. */
export function KeyCap({ name }: { name: Key }) {
  return (
    <>
      {keyWords(name, isMac)
        .split(' ')
        .map((part, place) => (
          <kbd key={place}>{part}</kbd>
        ))}
    </>
  )
}
