/**
 * What may go wrong, and how often: of so many opportunities, one. An opportunity is a call that can meet the fault,
 * or, for what comes by itself, a night of one organisation or machine.
 */
export const FAULTS = {
  // Of a process, at any call of any of its ports.
  'crash before a call': 5_000,
  'crash after a call': 5_000,
  'stopped at a call, and continued': 5_000,
  'slow call': 700,
  // Of a process, at the calls where it hurts most.
  'stopped at a replacing, until it is overtaken': 100,
  'wall clock set forward while a silent owner is waited for': 100,
  // Of a process or its machine, at any time.
  'crash at any time': 8,
  'stopped for a while, and continued': 8,
  'wall clock set forward': 15,
  'wall clock set back': 15,
  // Of the stores.
  'append done, answer lost': 250,
  'append not done, error': 250,
  'call of a store fails': 2_000,
  'stores away for a time': 6,
  'all machines down for a day': 40,
  // Of the network and a newsroom's server, at each connection or command.
  'host unreachable': 80,
  'connection refused': 120,
  'server stays silent': 120,
  'server trickles': 150,
  'name leads to an inner address': 100,
  'connection cut in an upload': 80,
  'upload cut short in silence': 100,
  'wrong size reported': 120,
  'rename refused': 120,
  'answer to a rename lost, done': 80,
  'answer to a rename lost, not done': 80,
  'connection cut in a removal': 80,
  // Of a server, for a time.
  'disk full for a time': 30,
  'directory not writable for a time': 40,
  'password changed at the server': 40,
  'host key changed': 30,
  // Of what else there is.
  'plan unavailable': 100,
  'plan unreadable': 200,
  'directory unavailable': 200,
  'mail server unavailable': 15,
  'mail refused': 30,
  'mail server never answers': 30,
  'mail taken, answer lost': 20,
  'mail server away for hours': 20,
  // Of people, around the nights and in the middle of them.
  'settings changed': 6,
  'directory changed': 20,
  'moved to another server': 20,
  'paused for a time': 25,
  'removed, and set up again': 40,
  'time zone changed': 60,
  'saved by two at once': 25,
  'save that a rule rejects': 25,
  'connection tested': 25,
  'night run by hand': 25,
  'administrator added': 25,
  'administrator removed before a change': 25,
  'administrator removed after a change': 25,
  'address edited before a change': 25,
  'address edited after a change': 25,
  'address that no mail server takes': 50,
  'two nights run by hand at once': 12,
  'stopped at a rename, beside another night': 2,
} as const;

export type Fault = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as readonly Fault[];
