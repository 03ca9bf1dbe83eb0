import { grouped } from '../../parts/words.ts'
import { type Listing, listings } from './listing.ts'

const words: Readonly<Record<Listing, string>> = {
  all: 'All',
  unknown: 'Not in the lexicon',
  alike: 'Likely the same',
}

interface ListingChipsProps {
  readonly listing: Listing
  readonly counts: Readonly<Record<Listing, number>>
  readonly choose: (listing: Listing) => void
}

/** Chooses which actors are listed. */
export function ListingChips({ listing, counts, choose }: ListingChipsProps) {
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">Which actors</legend>
      {listings.map((one) => (
        <label key={one} class="chip">
          <input type="radio" name="listing" checked={one === listing} onChange={() => choose(one)} />
          <span>{words[one]}</span>
          <span class="count">{grouped(counts[one])}</span>
        </label>
      ))}
    </fieldset>
  )
}
