/** Files over SFTP, with ssh2-sftp-client. */
export { SftpFileTransport, type SftpFileTransportOptions } from '../adapters/driven/sftp/sftp-file-transport.ts';
