/** Requests made by hand, whose targets and headers are sent as they stand. */
import { once } from "node:events";
import type { ClientRequest, IncomingMessage } from "node:http";

export interface Answer {
  status: number | undefined;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

/** Send a request without a body, and wait for the whole answer. */
export async function answerTo(request: ClientRequest): Promise<Answer> {
  const [response] = (await once(request.end(), "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}
