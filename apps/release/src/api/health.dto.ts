/** Whether the service can answer. */
export class HealthDto {
  /** Always `up` while the service answers at all. */
  status: 'up';
}
