import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSelection } from '@/lib/capture/selection/read-selection';

/** Injected where the learner asked to learn what is selected. Answers with that, and ends. */
export default defineUnlistedScript(() => readSelection(window));
