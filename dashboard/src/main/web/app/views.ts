import type { IconName } from '../ui/Icon';

export interface View {
  readonly name: IconName & string;
  readonly title: string;
}

/** All pages, in the order of the tabs. */
export const VIEWS: readonly View[] = [
  { name: 'overview', title: 'Overview' },
  { name: 'performance', title: 'Performance' },
  { name: 'processes', title: 'Processes' },
  { name: 'network', title: 'Network' },
  { name: 'disks', title: 'Disks' },
  { name: 'gpu', title: 'GPU' },
  { name: 'alerts', title: 'Alerts' },
  { name: 'rules', title: 'Rules' },
  { name: 'pipeline', title: 'Pipeline' },
  { name: 'settings', title: 'Settings' },
];
