import { useText } from '../text/useText.ts';
import { Page } from '../ui/Page.tsx';

export function GoalPage() {
  const { t } = useText();
  return <Page title={t('goals.title')}>{null}</Page>;
}
