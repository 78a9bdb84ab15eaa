import { Component, type ReactNode } from 'react';
import { part } from '../ui/part.tsx';

const ErrorScreen = part(async () => (await import('./ErrorScreen.tsx')).ErrorScreen);

/** Catches what no page expected. React logs it; people get a sentence. */
export class Catcher extends Component<{ onBroken: () => void; children: ReactNode }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch() {
    this.props.onBroken();
  }

  override render() {
    return this.state.isBroken ? <ErrorScreen wrong="broken" /> : this.props.children;
  }
}
