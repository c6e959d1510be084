import { fileTransportContractOn } from './real-file-server.ts';

fileTransportContractOn('openssh');
