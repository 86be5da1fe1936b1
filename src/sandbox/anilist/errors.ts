import { GraphQLError } from 'graphql'

/** What AniList says when something is wrong; `validation` names the fields. */
export function apiError(
  message: string,
  status: number,
  validation?: Readonly<Record<string, readonly string[]>>,
): GraphQLError {
  return new GraphQLError(message, { extensions: { status, validation } })
}

export const notFound = (): GraphQLError => apiError('Not Found.', 404)
export const unauthorized = (): GraphQLError => apiError('Unauthorized.', 401)

/** One field that was refused. */
export function invalid(field: string, text: string): GraphQLError {
  return apiError('validation', 400, { [field]: [text] })
}

/** An error as it stands in the answer. Errors without a status of their own are bad questions. */
export function errorShape(error: GraphQLError): { message: string; status: number } {
  const { status, validation } = error.extensions
  return {
    message: error.message,
    status: typeof status === 'number' ? status : 400,
    ...(error.locations ? { locations: error.locations } : {}),
    ...(validation ? { validation } : {}),
  }
}
