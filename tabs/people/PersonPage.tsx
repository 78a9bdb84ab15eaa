import { useText } from '../text/useText.ts';
import { Page } from '../ui/Page.tsx';

export function PersonPage({ id }: { id: string }) {
  const { t } = useText();
  return <Page title={t('shell.people')}>{id}</Page>;
}
