import { provideDocumentPortal } from '../document-portal.ts';
import '../salary-timeline/define.ts';

provideDocumentPortal();
