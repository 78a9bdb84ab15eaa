import { useText } from '../text/useText.ts';
import { Page } from '../ui/Page.tsx';

export function ProfilePage() {
  const { t } = useText();
  return <Page title={t('shell.people')}>{null}</Page>;
}
