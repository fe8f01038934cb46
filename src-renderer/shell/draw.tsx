import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Services } from '../state/services.tsx';
import { App } from './app.tsx';
import { FailedStart, SlowStart } from './start-failure.tsx';

let root: Root | null = null;

function draw(what: ReactNode): void {
  root ??= createRoot(document.getElementById('root') as HTMLElement);
  root.render(what);
}

/** Draws the app into the page. @param styleNonce lets the component library add its styles under the page's policy */
export const drawApp = (services: Services, styleNonce: string): void =>
  draw(<App services={services} styleNonce={styleNonce} />);

/** Draws that the app is still to come. */
export const drawSlowStart = (styleNonce: string): void => draw(<SlowStart styleNonce={styleNonce} />);

/** Draws why there is no app. */
export const drawFailedStart = (error: Error, styleNonce: string): void =>
  draw(<FailedStart error={error} styleNonce={styleNonce} />);
