/**
 * What others wrote, as the service gives it: Markdown and HTML mixed, any of it hostile. It is
 * never put on a page before it was sanitised.
 */
export type ForeignText = string
