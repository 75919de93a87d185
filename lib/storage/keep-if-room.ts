import type { RoomGauge } from '@/lib/app/ports/room-gauge';
import { failure, type Result } from '@/lib/domain/shared/result';

/**
 * Writes unless room is short. What a browser says when a write finds none differs from case to case, so a write that
 * fails counts as refused when room is short afterwards.
 *
 * @throws whatever the write throws while there is room
 */
export async function keepIfRoom<Value, Refusal extends string>(
  gauge: RoomGauge,
  write: () => PromiseLike<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | 'disk-full'>> {
  if ((await gauge.state()) === 'short') return failure('disk-full');
  try {
    return await write();
  } catch (thrown) {
    if ((await gauge.state()) === 'short') return failure('disk-full');
    throw thrown;
  }
}
