/** Drawn on a 24 grid. */
export const icons = {
  crown: 'M4.5 18.5h15v2.200h-15zM3 6.5l5 3.600L12 3.5l4 6.600 5-3.600-1.5 10.300h-15z',
  gift: 'M20 7h-2.6A3.2 3.2 0 0 0 12 3.9 3.2 3.2 0 0 0 6.6 7H4v5h1v8h14v-8h1zM9.2 5.2c.9 0 1.6.8 1.8 1.8H9.2a.9.9 0 0 1 0-1.8zm5.6 0a.9.9 0 0 1 0 1.8H13c.2-1 .9-1.8 1.8-1.8zM11 18H7v-6h4zm0-8H6V9h5zm6 8h-4v-6h4zm1-8h-5V9h5z',
} as const;
