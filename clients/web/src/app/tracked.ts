/** A promise that React reads without waiting once it is fulfilled: `use` goes by these two fields. */
export function tracked<T>(promise: Promise<T>): Promise<T> {
  const thenable = promise as Promise<T> & { status?: 'fulfilled'; value?: T };
  promise.then(
    (value) => Object.assign(thenable, { status: 'fulfilled', value }),
    // Whoever reads it is told.
    () => undefined,
  );
  return promise;
}
