import { fileTransportContractOn } from './real-file-server.ts';

fileTransportContractOn('vsftpd');
