import { impossible } from '../impossible.ts';
import type { BackupHealthEvent } from './events.ts';
import type { BackupHealthState } from './state.ts';

export const evolveBackupHealth = (state: BackupHealthState, event: BackupHealthEvent): BackupHealthState => {
  switch (event.type) {
    case 'BackupFailing': {
      const { since, night, trouble } = event;
      // Where it was failing already, and was resumed: what failed until then was part of the trouble that was told.
      const before = state.status === 'failing' ? [{ from: state.since, to: since }] : [];
      const told = [...state.told, ...before, { from: since, to: night }];
      return { status: 'failing', since, toldOf: night, night, trouble, reminded: null, told };
    }
    case 'BackupFailureReminded': {
      const { since, night, trouble, afterDays: reminded } = event;
      const toldOf = state.status === 'failing' ? state.toldOf : night;
      return { status: 'failing', since, toldOf, night, trouble, reminded, told: state.told };
    }
    case 'BackupRecovered':
      // Whatever failed in between is part of what is over.
      return { status: 'healthy', told: [...state.told, { from: event.since, to: event.night }] };
    case 'AdministratorsToBeTold':
      return state;
    default:
      return impossible(event satisfies never);
  }
};
