/** A user without rights: root may open everything. */
export const nobody = 65534

/** Does something as a user who is not root, whoever runs the tests. */
export async function asOrdinaryUser<T>(action: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return action()
  process.seteuid?.(nobody)
  try {
    return await action()
  } finally {
    process.seteuid?.(0)
  }
}
