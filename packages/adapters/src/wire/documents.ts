import * as z from 'zod'
import { answerSchema, endSchema, helloSchema, protocolVersion, questionSchema } from './messages.ts'

/** The documents that stand beside the reference clients, by file name. */
export function wireDocuments(): Record<string, object> {
  return { 'protocol.schema.json': protocolSchema(), 'openapi.json': openApi() }
}

const schemaOf = (schema: z.ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema)
  return rest
}

/** JSON Schema of every line of the protocol. */
function protocolSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `The lines of protocol version ${protocolVersion} between assay and a program`,
    anyOf: ['hello', 'question', 'answer', 'end'].map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs: {
      hello: schemaOf(helloSchema),
      question: schemaOf(questionSchema),
      answer: schemaOf(answerSchema),
      end: schemaOf(endSchema),
    },
  }
}

const json = (name: string) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
})

function openApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'A service that assay measures',
      version: String(protocolVersion),
      description:
        'One article is posted, one answer comes back. The address is the `url` of the config; it may have any path.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'http://127.0.0.1:8712' }],
    paths: {
      '/': {
        post: {
          operationId: 'answer',
          summary: 'Answers one article.',
          security: [{}, { bearer: [] }],
          requestBody: { required: true, content: json('question') },
          responses: {
            200: {
              description: 'The answer. It may say with `error` that there is none for this article.',
              content: json('answer'),
            },
            429: {
              description: 'Too many requests. Asked again, no earlier than `Retry-After` says.',
              headers: { 'Retry-After': { description: 'Seconds, or a date.', schema: { type: 'string' } } },
            },
            '5XX': { description: '500, 502, 503 and 504 are asked again; then the article has failed.' },
            default: {
              description:
                'The article has failed. Redirects are not followed. The beginning of the body is shown.',
            },
          },
        },
      },
    },
    components: {
      schemas: { question: schemaOf(questionSchema), answer: schemaOf(answerSchema) },
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'Where the config names a `keyVariable`. `keyHeader` names another header for it.',
        },
      },
    },
  }
}
