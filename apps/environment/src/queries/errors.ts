import { UnknownPart } from '@roadbook/questions';

/** The project has no such pipeline change, or had none at the point that was asked about. */
export class UnknownPipelineChange extends UnknownPart {
  constructor(change: string) {
    super(`there is no pipeline change ${change}`);
  }
}

/** The project has no such configuration change, or had none at the point that was asked about. */
export class UnknownConfigurationChange extends UnknownPart {
  constructor(change: string) {
    super(`there is no configuration change ${change}`);
  }
}
