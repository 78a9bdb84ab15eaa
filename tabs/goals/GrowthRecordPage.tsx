import { useText } from '../text/useText.ts';
import { Page } from '../ui/Page.tsx';

export function GrowthRecordPage() {
  const { t } = useText();
  return <Page title={t('goals.title')}>{null}</Page>;
}
