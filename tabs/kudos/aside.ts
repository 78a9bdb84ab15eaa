import { keepAside } from '../ui/aside.ts';

/** Kudos that were taken back, until the service knows it. */
export const { putAside, bringBack, useAside } = keepAside();
