import { useRoute, useServices } from '../../state/services.tsx';

export const linksTabs = ['list', 'paste', 'calendar', 'renew'] as const;
export type LinksTab = (typeof linksTabs)[number];

/** Which part of the page is open; kept in the address. */
export function useLinksTab(): { tab: LinksTab; setTab(tab: LinksTab): void } {
  const { route } = useServices();
  const { view } = useRoute();
  const tab = linksTabs.find((each) => each === view['tab']) ?? 'list';
  return { tab, setTab: (next) => route.getState().go('links', { view: next === 'list' ? {} : { tab: next } }) };
}
