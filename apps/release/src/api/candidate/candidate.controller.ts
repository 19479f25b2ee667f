import { Body, Param, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '../answering/command-route.js';
import { CommandDto, TakenFrom, Topic } from '@roadbook/api';
import { decideRelease } from '../asking/decide.js';
import { ReleasePath, releasePath } from '../asking/paths.dto.js';
import type { Taken } from '@roadbook/api';
import { ChooseCandidateDto, ReportContentsDto, ReportTestSuiteDto } from './candidate.dto.js';

@Topic('candidate', releasePath)
export class CandidateController {
  constructor(private readonly commands: CommandBus) {}

  @Put('candidate')
  @CommandRoute('ChooseCandidate', { summary: 'Choose the commit that would be shipped' })
  choose(@Param() path: ReleasePath, @Body() body: ChooseCandidateDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('ChooseCandidate', path, body, taken));
  }

  @Post('contents')
  @CommandRoute('ReportContents', { summary: 'Report which tickets the candidate contains' })
  reportContents(
    @Param() path: ReleasePath,
    @Body() body: ReportContentsDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('ReportContents', path, body, taken));
  }

  @Post('test-suite')
  @CommandRoute('ReportTestSuite', {
    summary: 'Report the full test suite, run against the candidate',
  })
  reportTestSuite(
    @Param() path: ReleasePath,
    @Body() body: ReportTestSuiteDto,
    @TakenFrom() taken: Taken,
  ) {
    return this.commands.execute(decideRelease('ReportTestSuite', path, body, taken));
  }

  @Post('parity-checks')
  @CommandRoute('CheckParity', { summary: 'Check that staging mirrors production', bodiless: true })
  checkParity(@Param() path: ReleasePath, @Body() body: CommandDto, @TakenFrom() taken: Taken) {
    return this.commands.execute(decideRelease('CheckParity', path, body, taken));
  }
}
