import { keepAside } from '../ui/aside.ts';

/** Goals that were deleted, until the service knows it. */
export const { putAside, bringBack, useAside } = keepAside();
