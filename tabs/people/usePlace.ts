import { useText } from '../text/useText.ts';
import { cityOf } from '../ui/zones.ts';
import { timeThere } from './placeAndTime.ts';

type Told = { readonly role: string; readonly timeZone: string };

/** "Motion designer, Amsterdam 09:12": as much of it as somebody told. */
export function useRoleAndPlace() {
  const { t, locale } = useText();
  return ({ role, timeZone }: Told, now: Date): string => {
    const time = timeThere(timeZone, now, locale);
    const place = time && t('people.place', { city: cityOf(timeZone), time });
    return role && place ? t('people.roleAndPlace', { role, place }) : role || place || '';
  };
}
