/** Files over FTP, and over FTPS, explicit and implicit, with basic-ftp. */
export { FtpFileTransport, type FtpFileTransportOptions } from '../adapters/driven/ftp/ftp-file-transport.ts';
