import { type ReadonlySignal, signal } from '@preact/signals';
import { hrefOf, parseRoute, type Route } from './route';

export interface Router {
  /** The view that the address asks for, now and after every change. */
  readonly route: ReadonlySignal<Route>;
  goTo(route: Route): void;
  /** Corrects the address of the view that is shown, without a step for the back button. */
  replace(route: Route): void;
}

/** Keeps view and address fragment of a window equal, so that links, reload and the back button work. */
export function createRouter(target: Window): Router {
  const route = signal(parseRoute(target.location.hash));
  const show = (next: Route) => {
    if (hrefOf(next) !== hrefOf(route.peek())) route.value = next;
  };
  target.addEventListener('hashchange', () => show(parseRoute(target.location.hash)));
  return {
    route,
    goTo: (next) => {
      show(next);
      target.location.hash = hrefOf(next);
    },
    replace: (next) => {
      show(next);
      target.history.replaceState(null, '', hrefOf(next));
    },
  };
}
