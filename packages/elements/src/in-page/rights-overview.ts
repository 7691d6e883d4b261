import { provideDocumentPortal } from '../document-portal.ts';
import '../rights-overview/define.ts';

provideDocumentPortal();
