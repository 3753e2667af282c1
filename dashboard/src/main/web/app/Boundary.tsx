import { Component, type ReactNode } from 'react';
import { Empty } from '../ui/parts';

interface State {
  readonly failure?: Error | undefined;
}

/** Keeps a view that fails from taking the whole page with it. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(failure: Error): { readonly failure: Error } {
    return { failure };
  }

  override render(): ReactNode {
    if (this.state.failure === undefined) return this.props.children;
    return (
      <Empty title="This page failed">
        <p className="mono">{this.state.failure.message}</p>
        <p>
          <button type="button" className="button" onClick={() => this.setState({ failure: undefined })}>
            Try again
          </button>
        </p>
      </Empty>
    );
  }
}
