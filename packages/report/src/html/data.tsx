import { visible } from '@assay/schema'

/** Text that is data: on one line, acting characters shown as escapes, its direction isolated from what is around it. */
export function Data({ children }: { children: string }) {
  return <bdi>{visible(children)}</bdi>
}
