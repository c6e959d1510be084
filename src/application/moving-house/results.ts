/** What was moved, counted once more where it lies now. */
export interface MovedHouse {
  readonly streams: number;
  readonly events: number;
  readonly secrets: number;
  /** Of changes and of organisations. */
  readonly noticeRecords: number;
  /** Items whose master key is not at hand: they open as little there as they did here. */
  readonly unopened: number;
}

/** Why nothing was moved, or taken back. */
export type MoveRefusal =
  /** The store that is to be moved into holds something else. */
  | 'target-in-use'
  /** Another move into it was begun, or has ended. */
  | 'target-of-another-move'
  /** Another process is at it in this moment. */
  | 'moves-already'
  /** This store moves to another place, or that move was given up. */
  | 'moves-elsewhere'
  /** The move has ended: what was recorded there since is recorded nowhere else. */
  | 'has-arrived'
  | 'nobody-moves';

export type MoveResult =
  | { readonly outcome: 'moved'; readonly to: string; readonly moved: MovedHouse }
  /** Earlier, by this store's own note and that of the other. */
  | { readonly outcome: 'moved-before'; readonly to: string }
  | {
      readonly outcome: 'refused';
      readonly reason: Exclude<MoveRefusal, 'has-arrived' | 'nobody-moves'>;
      readonly to: string;
    };

export type StayResult =
  /** Whether the move had begun in the other store, which takes nothing then. Else that one was left alone. */
  | { readonly outcome: 'stays'; readonly hadBegun: boolean }
  | {
      readonly outcome: 'refused';
      readonly reason: Exclude<MoveRefusal, 'target-in-use' | 'target-of-another-move'>;
      readonly to: string;
    };

/** How far a move has come; `done` counts streams. */
export interface MoveProgress {
  readonly step: 'reading' | 'sealing' | 'copying' | 'verifying';
  readonly done: number;
}
