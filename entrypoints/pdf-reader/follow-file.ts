import { captureFileReading, type FileCapturePorts } from '@/lib/app/capture-file-reading';
import { fileReadingState } from '@/lib/app/file-reading-state';
import type { SettingsStore } from '@/lib/app/ports/settings';
import type { FileFollower, ShownPassage } from '@/lib/ui/pdf/file-follower';
import type { OpenFile } from '@/lib/ui/pdf/pdf-screen';
import { FileVisit } from './file-visit';

export interface FollowerEnvironment extends FileCapturePorts {
  readonly settings: SettingsStore;
  /** Called when something new was stored. */
  readonly onStored: () => void;
}

/** Reads along in one file after another, by the same rules as on the web, and stores what was read from this page itself. */
export function createFileFollower(environment: FollowerEnvironment): FileFollower {
  let current: { readonly file: OpenFile; readonly visit: Promise<FileVisit> } | undefined;
  /** What is watched, by page. */
  const watched = new Map<number, readonly ShownPassage[]>();
  const inVisit = (act: (visit: FileVisit) => void) => void current?.visit.then(act);

  const open = async (file: OpenFile): Promise<FileVisit> => {
    const settings = await environment.settings.read();
    const speed = await environment.readings.readingSpeed();
    const opened = new FileVisit({
      url: file.url,
      title: file.title,
      pace: { speed, timeScale: settings.readingTimeScale },
      store: (report) => captureFileReading(environment, report, file),
      onStored: environment.onStored,
    });
    opened.setActive(fileReadingState(settings) === 'reading');
    return opened;
  };

  environment.settings.watch((settings) => {
    inVisit((visit) => visit.setActive(fileReadingState(settings) === 'reading'));
  });

  return {
    begin: (file) => {
      watched.clear();
      current = { file, visit: open(file) };
    },
    watch: (page, shown) => {
      watched.set(page, shown);
      inVisit((visit) => visit.watch(page, shown));
    },
    beginAnew: () => {
      if (!current) return;
      inVisit((visit) => visit.drop());
      current = { file: current.file, visit: open(current.file) };
      for (const [page, shown] of watched) inVisit((visit) => visit.watch(page, shown));
    },
    end: () => {
      inVisit((visit) => visit.end());
      current = undefined;
    },
  };
}
