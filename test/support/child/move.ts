import { Secret } from '../../../src/application/secret.ts';
import { moving } from '../../../src/bootstrap/move.ts';

/** `node --import tsx move.ts DATA KEYFILE CONNECTION`: moves the store of DATA; prints how far it is, and how it ended. */
const [dataDirectory = '', keyFile = '', connection = ''] = process.argv.slice(2);
const place = {
  ...{ dataDirectory, masterKeyFile: keyFile, auditKeyFile: null, smtp: null, mailFrom: null, eventStore: null },
};
process.stdout.write('begun\n');
const cluster = { connection: new Secret(connection), mayBeInsecure: true };
const { outcome } = await moving(place, keyFile, cluster, (house) =>
  house.move(({ step, done }) => process.stdout.write(`${step} ${done}\n`)),
);
process.stdout.write(`${outcome}\n`);
