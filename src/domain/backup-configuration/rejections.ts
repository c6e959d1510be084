/** Why a rule said no. Each is a reason code that pages and commands have words for. */
export type BackupConfigurationRejection =
  | { readonly reason: 'ActorNotAnAdministrator' }
  | { readonly reason: 'StaleForm'; readonly expectedVersion: number; readonly currentVersion: number }
  | { readonly reason: 'BackupNotSetUp' }
  /** Protocol, TLS mode, host, port, user or trusted identity changed, and the password was not entered again. */
  | { readonly reason: 'PasswordRequired' }
  /** SFTP without a trusted host key would hand the password to whoever answers. */
  | { readonly reason: 'HostKeyRequired' }
  /** A host key is SFTP's, a certificate FTPS's, and plain FTP has neither. */
  | { readonly reason: 'UnfittingHostIdentity' }
  | { readonly reason: 'PrivateKeyWithoutSftp' }
  | { readonly reason: 'UserMalformed' }
  | { readonly reason: 'TimeZoneUnknown' }
  | { readonly reason: 'FilePrefixMalformed' }
  | { readonly reason: 'FileNamesAlreadyFixed' };

export type BackupConfigurationRejectionReason = BackupConfigurationRejection['reason'];
