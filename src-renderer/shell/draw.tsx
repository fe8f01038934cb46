import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Services } from '../state/services.tsx';
import { App } from './app.tsx';
import { FailedStart } from './start-failure.tsx';

const draw = (what: ReactNode): void => createRoot(document.getElementById('root') as HTMLElement).render(what);

/** Draws the app into the page. @param styleNonce lets the component library add its styles under the page's policy */
export const drawApp = (services: Services, styleNonce: string): void =>
  draw(<App services={services} styleNonce={styleNonce} />);

/** Draws why there is no app. */
export const drawFailedStart = (error: Error, styleNonce: string): void =>
  draw(<FailedStart error={error} styleNonce={styleNonce} />);
