import { type Parcel, parcelSchema } from './outbox.ts'

/** Where parcels outlive the page: one entry a parcel, so that two open pages never write over one another. */
export interface ParcelStorage {
  readonly all: () => Parcel[]
  /** `false` where there is no room: then it waits in the open page only. */
  readonly keep: (parcel: Parcel) => boolean
  readonly drop: (id: string) => void
}

/**
 * Parcels of one reviewer in the browser's storage.
 *
 * @param storage `localStorage`, or what works as it does
 */
export function parcelsIn(storage: Storage, reviewer: string): ParcelStorage {
  const prefix = `tocsin.waiting.${encodeURIComponent(reviewer)}.`
  return {
    all: () =>
      Array.from({ length: storage.length }, (_, place) => storage.key(place))
        .filter((key) => key?.startsWith(prefix))
        .flatMap((key) => {
          const parcel = parcelSchema.safeParse(parsed(storage.getItem(key ?? '')))
          return parcel.success ? [parcel.data] : []
        })
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    keep: (parcel) => {
      try {
        storage.setItem(prefix + parcel.id, JSON.stringify(parcel))
        return true
      } catch {
        return false
      }
    },
    drop: (id) => storage.removeItem(prefix + id),
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
