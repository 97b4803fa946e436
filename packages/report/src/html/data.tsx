import { visible } from '../visible.ts'

/** Text that is data: acting characters shown as escapes, its direction isolated from what stands around it. */
export function Data({ children }: { children: string }) {
  return <bdi>{visible(children)}</bdi>
}
