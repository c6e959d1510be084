import type { Destination } from '../../../domain/destination/destination.ts';
import type { ConfigurationFact } from '../../../domain/history/history.ts';
import { harmlessValue } from './harmless-text.ts';
import type { Wording } from './wording.ts';

/** What follows from a fact and is seen nowhere else: where old files remain, and what a pause means. */
export const remarksOn = (fact: ConfigurationFact, words: Wording): readonly string[] => {
  switch (fact.type) {
    case 'DestinationChanged':
      return isSamePlace(fact.from, fact.to) ? [] : [words.filesRemain(place(fact.from, words))];
    case 'BackupPaused':
      return [words.pausedMeans];
    case 'BackupRemoved': {
      const names = [fact.fileNames.storyPlan, fact.fileNames.eventPlan].map(harmlessValue).join(', ');
      return [words.fileNamesAt(names, place(fact.destination, words)), words.secretDestroyed];
    }
    case 'BackupSetUp':
    case 'FileNamesFixed':
    case 'CredentialsChanged':
    case 'HostIdentityTrusted':
    case 'HostIdentityForgotten':
    case 'ReplacementChanged':
    case 'ConfidentialRecordsSettingChanged':
    case 'TimeZoneChanged':
    case 'BackupResumed':
      return [];
    default:
      return fact satisfies never;
  }
};

/** Another protocol alone moves no file. */
const isSamePlace = (a: Destination, b: Destination): boolean => a.host === b.host && a.directory === b.directory;

const place = ({ host, directory }: Destination, words: Wording): string =>
  words.place(harmlessValue(host), harmlessValue(directory));
