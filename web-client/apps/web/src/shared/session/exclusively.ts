/**
 * Runs an action while no other tab of this origin runs one under the same name. Web Locks exist in secure contexts
 * only (HTTPS and localhost); elsewhere the action runs unguarded.
 */
export function exclusively<T>(name: string, action: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return action();
  return new Promise((resolve, reject) => {
    locks.request(name, () => action().then(resolve, reject)).catch(reject);
  });
}
