/** Endings and types that a dialog for files is to offer. */
export const PDF_FILES = 'application/pdf,.pdf';
