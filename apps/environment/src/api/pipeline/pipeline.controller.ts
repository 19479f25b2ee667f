import { Body, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandDto, ProjectPath, TakenFrom, Topic } from '@roadbook/api';
import type { Taken } from '@roadbook/api';
import { derivedId } from '@roadbook/process';
import { PipelineChangeAcceptedDto } from '../answering/accepted.dto.js';
import { addressOfPipelineChange } from '../answering/address.js';
import { CommandRoute } from '../answering/command-route.js';
import { decidePipeline } from '../asking/decide.js';
import {
  AnnotatePipelineChangeDto,
  PipelineChangePath,
  pipelinePath,
  PipelineReasonDto,
  ReportPipelineDefinitionDto,
} from './requests.dto.js';

@Topic('pipeline', pipelinePath)
export class PipelineController {
  constructor(private readonly commands: CommandBus) {}

  @Post('definitions')
  @CommandRoute('ReportPipelineDefinition', {
    summary: 'Report the definition of the pipeline that is in place',
    description:
      'A project has one pipeline with one definition, whatever it is called and in however many files it lies. The first report is the baseline. Another definition is the implementation of a confirmed change that it names or that announced it. Any other blocks the promotions of the project until the definition before it is reported again.',
  })
  report(
    @Param() path: ProjectPath,
    @Body() body: ReportPipelineDefinitionDto,
    @TakenFrom() taken: Taken,
  ) {
    const { name = null, link = null, change = null, ...said } = body;
    const command = { ...said, name, link, change };
    return this.commands.execute(decidePipeline('ReportPipelineDefinition', path, command, taken));
  }

  @Post('changes')
  @CommandRoute('AnnotatePipelineChange', {
    summary: 'Annotate a change to the pipeline before it is made',
    answer: PipelineChangeAcceptedDto,
    address: addressOfPipelineChange,
  })
  async annotate(
    @Param() path: ProjectPath,
    @Body() body: AnnotatePipelineChangeDto,
    @TakenFrom() taken: Taken,
  ) {
    const change = derivedId(taken.origin.commandId, 'pipeline-change');
    const { announced = null, ...said } = body;
    const command = { ...said, announced, change };
    const asked = decidePipeline('AnnotatePipelineChange', path, command, taken);
    return { ...(await this.commands.execute(asked)), change };
  }

  @Post('changes/:change/confirmation')
  @CommandRoute('ConfirmPipelineChange', {
    summary: 'Confirm a pipeline change that somebody else annotated',
    bodiless: true,
  })
  confirm(@Param() path: PipelineChangePath, @Body() body: CommandDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decidePipeline('ConfirmPipelineChange', path, body, taken));
  }

  @Post('changes/:change/withdrawal')
  @CommandRoute('WithdrawPipelineChange', {
    summary: 'Withdraw a pipeline change that was not made',
  })
  withdraw(
    @Param() path: PipelineChangePath,
    @Body() body: PipelineReasonDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decidePipeline('WithdrawPipelineChange', path, body, taken));
  }

  @Post('changes/:change/reversal')
  @CommandRoute('OrderPipelineReversal', {
    summary: 'Order a pipeline change reverted that was made',
    description:
      'It is reverted when a deployer reports that the definition before it is in place again.',
  })
  orderReversal(
    @Param() path: PipelineChangePath,
    @Body() body: PipelineReasonDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decidePipeline('OrderPipelineReversal', path, body, taken));
  }
}
