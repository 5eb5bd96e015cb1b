/** A browser needs the address a moment longer than the click. */
const addressLivesMillis = 60_000;

/** Hands bytes that were read with a token to the browser as a download: a plain link would carry no token. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), addressLivesMillis);
}
